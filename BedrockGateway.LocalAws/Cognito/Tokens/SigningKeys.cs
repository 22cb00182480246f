namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>The two keys of a pool: one signs ID tokens, the other access tokens.</summary>
/// <remarks>
/// Neither exists before it is needed, so that a pool is made at once; they are then made off the caller's thread.
/// </remarks>
/// <param name="generate">Makes a key: <see cref="SigningKey.Generate"/>, but in tests that need many pools.</param>
/// <param name="saved">Those that were kept; <see langword="null"/> where none are.</param>
/// <param name="made">Is told that both exist, before anybody gets to use them.</param>
internal sealed class SigningKeys(Func<SigningKey> generate, SavedSigningKeys? saved, Action made)
{
    private readonly Lazy<Task<SigningKey>> _id = From(saved?.Id, generate);
    private readonly Lazy<Task<SigningKey>> _access = From(saved?.Access, generate);
    private volatile bool _isKept = saved is not null;

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
        var keys = (await _id.Value.WaitAsync(cancellationToken), await _access.Value.WaitAsync(cancellationToken));
        if (!_isKept)
        {
            made();
            _isKept = true;
        }

        return keys;
    }

    /// <summary>Both keys, to be kept; <see langword="null"/> while one does not exist.</summary>
    public SavedSigningKeys? Save() =>
        Made(_id) is { } id && Made(_access) is { } access ? new(id.Export(), access.Export()) : null;

    /// <summary>The key that may have signed a token; one that does not exist yet has signed none.</summary>
    public SigningKey? Find(string keyId)
    {
        foreach (var key in (ReadOnlySpan<Lazy<Task<SigningKey>>>)[_id, _access])
        {
            if (Made(key) is { } signer && signer.Id == keyId)
            {
                return signer;
            }
        }

        return null;
    }

    private static Lazy<Task<SigningKey>> From(byte[]? kept, Func<SigningKey> generate) => kept is null
        ? new(() => Task.Run(generate))
        : new(Task.FromResult(SigningKey.Import(kept)));

    private static SigningKey? Made(Lazy<Task<SigningKey>> key) =>
        key is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true, Result: var made } } ? made : null;
}

/// <summary>Both keys of a pool as they are kept, in PKCS #8.</summary>
internal sealed record SavedSigningKeys(byte[] Id, byte[] Access);
