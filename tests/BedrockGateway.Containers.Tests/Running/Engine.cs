using System.ComponentModel;
using DotNet.Testcontainers.Configurations;

namespace BedrockGateway.Containers.Tests.Running;

/// <summary>The container engine of this machine, and the images that the tests are about.</summary>
internal static class Engine
{
    private const string Own = "bedrockgateway/";

    // What Testcontainers starts beside the containers, to remove them if the tests are killed.
    private const string Reaper = "testcontainers/ryuk:0.14.0";

    private const string ApiVersion = "DOCKER_API_VERSION";

    // Of the engine's API, which Testcontainers speaks unless it is told otherwise.
    private static readonly Version TestcontainersVersion = new(1, 44);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Lazy<Task<string?>> Readiness = new(FindObstacleAsync);

    /// <summary><c>LOCALSTACK_IMAGE</c>: the emulator; by default ours.</summary>
    public static string LocalAws { get; } = Read("LOCALSTACK_IMAGE") ?? $"{Own}local-aws:1.0";

    /// <summary><c>API_IMAGE</c>: the API; by default ours.</summary>
    public static string Api { get; } = Read("API_IMAGE") ?? $"{Own}api:1.0";

    /// <summary>Whether the emulator is ours, and not one that the environment names.</summary>
    public static bool IsLocalAws { get; } = LocalAws.Contains(Own, StringComparison.Ordinal);

    /// <summary>Skips the test where nothing can run containers, or there is no image to run.</summary>
    public static async Task RequireAsync()
    {
        var obstacle = await Readiness.Value;
        Assert.SkipUnless(obstacle is null, obstacle ?? string.Empty);
    }

    /// <summary>Skips the test also where the emulator is another.</summary>
    public static async Task RequireLocalAwsAsync()
    {
        await RequireAsync();
        Assert.SkipUnless(IsLocalAws, $"{LocalAws} is not LocalAws, which this test is about.");
    }

    private static async Task<string?> FindObstacleAsync()
    {
        try
        {
            var version = await DockerCli.TryAsync(Patience, "version", "--format", "{{.Server.APIVersion}}");
            if (version.ExitCode != 0)
            {
                return $"No container engine answers: {version.Error.Trim()}";
            }

            SpeakNoNewerThan(Version.Parse(version.Output.Trim()));
        }
        catch (Win32Exception)
        {
            return "There is no container engine: no 'docker' on the PATH.";
        }

        foreach (var image in new[] { LocalAws, Api }.Where(image => image.StartsWith(Own, StringComparison.Ordinal)))
        {
            if (!await HasAsync(image))
            {
                return $"There is no image {image}: build it with containers/build.";
            }
        }

        TestcontainersSettings.ResourceReaperEnabled = TestcontainersSettings.ResourceReaperEnabled
            && (await HasAsync(Reaper) || (await DockerCli.TryAsync(Patience, "pull", "--quiet", Reaper)).ExitCode == 0);
        return null;
    }

    // Testcontainers does not ask the engine which versions it knows. It reads the variable at its first use.
    private static void SpeakNoNewerThan(Version version)
    {
        if (version < TestcontainersVersion && Read(ApiVersion) is null)
        {
            Environment.SetEnvironmentVariable(ApiVersion, version.ToString());
        }
    }

    private static async Task<bool> HasAsync(string image) =>
        (await DockerCli.TryAsync(Patience, "image", "inspect", image)).ExitCode == 0;

    private static string? Read(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;
}
