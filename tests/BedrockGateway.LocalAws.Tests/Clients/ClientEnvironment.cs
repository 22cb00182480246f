namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>Environment in which an AWS client reaches an emulator and nothing else.</summary>
internal static class ClientEnvironment
{
    /// <param name="aws">What <c>AWS_ENDPOINT_URL</c> names.</param>
    /// <param name="values">Further variables.</param>
    public static Dictionary<string, string?> For(LocalAws aws, IEnumerable<(string Name, string Value)> values) =>
        For(aws.Endpoint, values);

    /// <param name="endpoint">Value of <c>AWS_ENDPOINT_URL</c>.</param>
    /// <param name="values">Further variables.</param>
    public static Dictionary<string, string?> For(Uri endpoint, IEnumerable<(string Name, string Value)> values)
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_ENDPOINT_URL"] = endpoint.ToString().TrimEnd('/'),
            ["AWS_REGION"] = "us-east-1",
            ["AWS_DEFAULT_REGION"] = "us-east-1",
            ["AWS_ACCESS_KEY_ID"] = "test",
            ["AWS_SECRET_ACCESS_KEY"] = "test",
            // Nothing of the machine's own AWS settings may reach a test.
            ["AWS_CONFIG_FILE"] = "/dev/null",
            ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
            ["AWS_PROFILE"] = null,
            ["AWS_SESSION_TOKEN"] = null,
            ["NODE_OPTIONS"] = null,
        };
        foreach (var (name, value) in values)
        {
            environment[name] = value;
        }

        return environment;
    }
}
