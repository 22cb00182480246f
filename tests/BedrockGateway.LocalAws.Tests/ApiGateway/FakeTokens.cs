using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>Tokens of one pool by name.</summary>
internal sealed class FakeTokens : IUserPoolTokens
{
    public const string PoolArn = "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_Pool00001";

    private readonly ConcurrentDictionary<string, TokenVerdict> _verdicts = new();

    public void Issue(string token, JsonObject claims) => _verdicts[token] = new(TokenStatus.Valid, claims);

    public void Expire(string token) => _verdicts[token] = new(TokenStatus.Expired, null);

    public TokenVerdict Verify(IReadOnlyList<string> userPoolArns, string token) =>
        userPoolArns.Contains(PoolArn) && _verdicts.TryGetValue(token, out var verdict)
            ? verdict
            : new(TokenStatus.Invalid, null);
}
