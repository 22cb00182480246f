using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>Where users, keys and the stack of a run are kept for the next one.</summary>
internal static class StatePlace
{
    private const string Nowhere = "none";

    /// <summary>
    /// What <c>--data</c> names, else <c>.local/aws</c> of the app host's folder, by region; <see langword="null"/>
    /// where nothing is kept.
    /// </summary>
    /// <remarks>
    /// A run on any port is a test's, or one of several: without a folder of its own it keeps nothing. What is in an
    /// account is kept there.
    /// </remarks>
    /// <param name="configuration">The command line.</param>
    /// <param name="target">What the run works on.</param>
    /// <param name="appHostDirectory">Folder of the app host's project.</param>
    /// <exception cref="StartFailureException">There is nothing to keep here.</exception>
    public static string? Of(IConfiguration configuration, AwsTarget target, string appHostDirectory)
    {
        var given = configuration["data"];
        if (target.Kind is not AwsKind.Local)
        {
            return string.IsNullOrEmpty(given) || given == Nowhere
                ? null
                : throw new StartFailureException(
                    $"--data is '{given}', but with --aws {configuration["aws"]} users and keys are kept there.");
        }

        return given switch
        {
            Nowhere => null,
            { Length: > 0 } folder => folder,
            _ when configuration["aws-port"] is "0" => null,
            _ => Path.Combine(appHostDirectory, ".local", "aws", target.Region.SystemName),
        };
    }
}
