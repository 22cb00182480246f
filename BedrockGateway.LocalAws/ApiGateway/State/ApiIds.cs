using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>Identifiers in API Gateway's formats.</summary>
internal static class ApiIds
{
    private const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789";

    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private const int KeyValueLength = 40;

    public static string New(int length) => RandomNumberGenerator.GetString(LowerCase, length);

    /// <summary>A secret for <c>x-api-key</c>, as API Gateway makes one where none is given.</summary>
    public static string NewKeyValue() => RandomNumberGenerator.GetString(Letters, KeyValueLength);
}
