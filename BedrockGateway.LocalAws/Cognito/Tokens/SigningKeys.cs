namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>The two keys of a pool: one signs ID tokens, the other access tokens.</summary>
/// <remarks>
/// Neither exists before it is needed, so that a pool is made at once; they are then made off the caller's thread.
/// </remarks>
/// <param name="generate">Makes a key: <see cref="SigningKey.Generate"/>, but in tests that need many pools.</param>
internal sealed class SigningKeys(Func<SigningKey> generate)
{
    private readonly Lazy<Task<SigningKey>> _id = new(() => Task.Run(generate));
    private readonly Lazy<Task<SigningKey>> _access = new(() => Task.Run(generate));

    /// <summary>Starts to make both, when there is somebody who may sign in soon.</summary>
    public void Prepare()
    {
        _ = _id.Value;
        _ = _access.Value;
    }

    /// <summary>Both keys, made at the same time where they do not exist.</summary>
    public async Task<(SigningKey Id, SigningKey Access)> GetAsync(CancellationToken cancellationToken)
    {
        Prepare();
        return (await _id.Value.WaitAsync(cancellationToken), await _access.Value.WaitAsync(cancellationToken));
    }

    /// <summary>The key that may have signed a token; one that does not exist yet has signed none.</summary>
    public SigningKey? Find(string keyId)
    {
        foreach (var key in (ReadOnlySpan<Lazy<Task<SigningKey>>>)[_id, _access])
        {
            if (key is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var made } }
                && made.Id == keyId)
            {
                return made;
            }
        }

        return null;
    }
}
