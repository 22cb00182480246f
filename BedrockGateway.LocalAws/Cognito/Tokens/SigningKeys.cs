namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>The two keys of a pool: one signs ID tokens, the other access tokens.</summary>
/// <remarks>Neither exists before it is needed, so that a pool is made at once; they are then made off the caller's thread.</remarks>
internal sealed class SigningKeys
{
    private readonly Lazy<Task<SigningKey>> _id = new(() => Task.Run(SigningKey.Generate));
    private readonly Lazy<Task<SigningKey>> _access = new(() => Task.Run(SigningKey.Generate));

    /// <summary>Starts to make both, for those who will ask soon.</summary>
    public void Prepare()
    {
        _ = _id.Value;
        _ = _access.Value;
    }

    public Task<SigningKey> IdAsync(CancellationToken cancellationToken) => _id.Value.WaitAsync(cancellationToken);

    public Task<SigningKey> AccessAsync(CancellationToken cancellationToken) => _access.Value.WaitAsync(cancellationToken);

    /// <summary>The key that may have signed a token; one that does not exist yet has signed none.</summary>
    public SigningKey? Find(string keyId)
    {
        foreach (var key in (ReadOnlySpan<Lazy<Task<SigningKey>>>)[_id, _access])
        {
            if (key is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } made } && made.Result.Id == keyId)
            {
                return made.Result;
            }
        }

        return null;
    }
}
