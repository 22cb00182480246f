namespace BedrockGateway.LocalAws;

/// <summary>
/// Credentials of a function's role, for the process that runs the function: calls with them may do what the role's
/// policies allow.
/// </summary>
/// <param name="AccessKeyId">For <c>AWS_ACCESS_KEY_ID</c>.</param>
/// <param name="SecretAccessKey">For <c>AWS_SECRET_ACCESS_KEY</c>.</param>
/// <param name="SessionToken">For <c>AWS_SESSION_TOKEN</c>.</param>
public sealed record FunctionCredentials(string AccessKeyId, string SecretAccessKey, string SessionToken)
{
    /// <summary>The access key id alone: the rest is secret.</summary>
    public override string ToString() => AccessKeyId;
}
