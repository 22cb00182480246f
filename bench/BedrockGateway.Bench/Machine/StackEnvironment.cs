namespace BedrockGateway.Bench.Machine;

/// <summary>The environment of the API in any host: where AWS is, and the stack's outputs.</summary>
internal static class StackEnvironment
{
    public const string ClientId = "1h57kf5cpq17m0eml12EXAMPLE";
    public const string PoolId = "us-east-1_EXAMPLE";
    public const string RestApiId = "a1b2c3d4e5";
    public const string StageName = "prod";
    public const string UsagePlanId = "u1p2l3";
    public const string StackName = "Bench";

    /// <summary>What a process needs to be started at all, and nothing of ours.</summary>
    public static IEnumerable<(string Name, string Value)> Inherited()
    {
        foreach (var name in (string[])["PATH", "HOME", "DOTNET_ROOT"])
        {
            if (Environment.GetEnvironmentVariable(name) is { } value)
            {
                yield return (name, value);
            }
        }
    }

    public static IEnumerable<(string Name, string Value)> For(Uri aws) =>
    [
        .. Inherited(),
        ("AWS_REGION", "us-east-1"),
        ("AWS_ACCESS_KEY_ID", "bench"),
        ("AWS_SECRET_ACCESS_KEY", "bench"),
        ("AWS_ENDPOINT_URL", aws.ToString().TrimEnd('/')),
        ("AWS__Resources__UserPoolId", PoolId),
        ("AWS__Resources__UserPoolClientId", ClientId),
        ("AWS__Resources__RestApiId", RestApiId),
        ("AWS__Resources__StageName", StageName),
        ("AWS__Resources__UsagePlanId", UsagePlanId),
        ("AWS__Resources__StackName", StackName),
    ];
}
