using System.Text;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.AppHost;

/// <summary>
/// What <c>BedrockGateway.Api</c> needs to run on Kestrel beside this run, as a file of environment variables that is
/// there as long as the run is.
/// </summary>
/// <remarks>The ids of a stack differ from run to run, so a launch profile cannot hold them.</remarks>
internal sealed class ApiVariables : IDisposable
{
    private readonly string _path;

    private ApiVariables(string path) => _path = path;

    /// <summary>Writes <c>.local/api.env</c> of the app host's folder.</summary>
    public static ApiVariables Write(string appHostDirectory, Uri awsEndpoint, IEnumerable<Output> outputs)
    {
        var path = Path.Combine(appHostDirectory, ".local", "api.env");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, TextOf(awsEndpoint, outputs));
        return new(path);
    }

    /// <summary>One <c>NAME=value</c> a line, which shells and editors read.</summary>
    public static string TextOf(Uri awsEndpoint, IEnumerable<Output> outputs)
    {
        var text = new StringBuilder($"AWS_ENDPOINT_URL={awsEndpoint.ToString().TrimEnd('/')}\n");
        foreach (var output in outputs.OrderBy(output => output.OutputKey, StringComparer.Ordinal))
        {
            text.Append($"AWS__Resources__{output.OutputKey}={Quoted(output.OutputValue)}\n");
        }

        return text.ToString();
    }

    public void Dispose() => File.Delete(_path);

    // Shells take double quotes away, of which JSON is full.
    private static string Quoted(string value) =>
        value.Contains('"', StringComparison.Ordinal) ? $"'{value}'" : value;
}
