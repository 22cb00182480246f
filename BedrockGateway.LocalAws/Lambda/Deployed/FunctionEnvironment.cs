using System.Globalization;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Lambda.Deployed;

/// <summary>The environment variables of a function's process.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html</remarks>
internal sealed class FunctionEnvironment(
    LocalAwsOptions options, RuntimeApiStore runtimes, SessionStore sessions)
{
    /// <param name="settings">Configuration of the function.</param>
    /// <param name="endpoint">The edge, as whoever asks reaches it; the Runtime API is at another of its ports.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<IReadOnlyDictionary<string, string>> OfAsync(
        FunctionSettings settings, string endpoint, CancellationToken cancellationToken)
    {
        var listener = await runtimes.OpenAsync(settings.Name, cancellationToken);
        var environment = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in settings.Environment)
        {
            environment[name] = value;
        }

        // Lambda's own win over the function's.
        var credentials = sessions.CredentialsOf(settings.Name);
        environment["AWS_ACCESS_KEY_ID"] = credentials.AccessKeyId;
        environment["AWS_SECRET_ACCESS_KEY"] = credentials.SecretAccessKey;
        environment["AWS_SESSION_TOKEN"] = credentials.SessionToken;
        environment["AWS_DEFAULT_REGION"] = options.Region;
        environment["AWS_REGION"] = options.Region;
        environment["AWS_ENDPOINT_URL"] = endpoint;
        environment["AWS_LAMBDA_FUNCTION_NAME"] = settings.Name;
        environment["AWS_LAMBDA_FUNCTION_VERSION"] = FunctionReference.Latest;
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] =
            settings.MemoryMegabytes.ToString(CultureInfo.InvariantCulture);
        environment["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        environment["AWS_LAMBDA_LOG_FORMAT"] = settings.LogFormat;
        environment["AWS_LAMBDA_LOG_GROUP_NAME"] = settings.LogGroup ?? $"/aws/lambda/{settings.Name}";
        environment["AWS_LAMBDA_LOG_STREAM_NAME"] = "local";
        // Lambda would start as many processes as there are requests at once; here one serves them all.
        environment["AWS_LAMBDA_MAX_CONCURRENCY"] = "16";
        environment["AWS_LAMBDA_RUNTIME_API"] =
            string.Create(CultureInfo.InvariantCulture, $"{new Uri(endpoint).Host}:{listener.Port}");
        environment["TZ"] = ":UTC";
        environment["_HANDLER"] = settings.Handler ?? string.Empty;
        return environment;
    }
}
