using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Cognito.Tokens;

/// <summary>An RSA key of 2,048 bits that signs tokens with RS256.</summary>
/// <remarks>It is kept as numbers, since an <see cref="RSA"/> serves one thread at a time.</remarks>
internal sealed class SigningKey
{
    private const int KeyBits = 2048;

    private readonly RSAParameters _private;
    private readonly RSAParameters _public;

    private SigningKey(RSAParameters parameters)
    {
        _private = parameters;
        _public = new() { Modulus = parameters.Modulus, Exponent = parameters.Exponent };
        Id = Convert.ToBase64String(SHA256.HashData(parameters.Modulus!));
    }

    /// <summary>The <c>kid</c>, which follows from the key.</summary>
    public string Id { get; }

    /// <summary>Makes a key, which takes a tenth of a second and more.</summary>
    public static SigningKey Generate()
    {
        using var rsa = RSA.Create(KeyBits);
        return new(rsa.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>A key that <see cref="Export"/> gave out.</summary>
    /// <exception cref="CryptographicException">It is no key.</exception>
    public static SigningKey Import(byte[] pkcs8)
    {
        using var rsa = RSA.Create();
        rsa.ImportPkcs8PrivateKey(pkcs8, out _);
        return new(rsa.ExportParameters(includePrivateParameters: true));
    }

    /// <summary>The private key as PKCS #8, to be kept.</summary>
    public byte[] Export()
    {
        using var rsa = RSA.Create(_private);
        return rsa.ExportPkcs8PrivateKey();
    }

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        using var rsa = RSA.Create(_private);
        return rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var rsa = RSA.Create(_public);
        return rsa.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    /// <summary>The public key as an entry of a JWKS.</summary>
    public JsonObject ToJwk() => new()
    {
        ["alg"] = "RS256",
        ["e"] = Base64Url.EncodeToString(_public.Exponent),
        ["kid"] = Id,
        ["kty"] = "RSA",
        ["n"] = Base64Url.EncodeToString(_public.Modulus),
        ["use"] = "sig",
    };
}
