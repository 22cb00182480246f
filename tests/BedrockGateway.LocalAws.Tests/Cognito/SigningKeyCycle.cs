using BedrockGateway.LocalAws.Cognito.Tokens;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>
/// Real keys, of which every fourth is the same: two pools of a test differ, and a class pays for four at most.
/// </summary>
internal sealed class SigningKeyCycle
{
    private readonly Lazy<SigningKey>[] _keys =
        [.. Enumerable.Range(0, 4).Select(_ => new Lazy<SigningKey>(SigningKey.Generate))];

    private int _next = -1;

    public SigningKey Next() => _keys[Interlocked.Increment(ref _next) % _keys.Length].Value;
}
