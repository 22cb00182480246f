namespace BedrockGateway.Api.Accounts;

/// <summary>What <c>custom:api_key</c> holds of a key, and so what tokens tell of it.</summary>
/// <param name="isValue">
/// Whether it is the key. Else it is the key's id, which opens nothing: the mark of a user whom /register has made.
/// </param>
internal sealed class StoredKey(bool isValue)
{
    public const string Attribute = "custom:api_key";

    /// <summary>Setting: <c>false</c> keeps keys out of tokens. Default <c>true</c>.</summary>
    public const string Setting = "KEY_IN_TOKEN";

    public string TextOf(string keyId, string keyValue) => isValue ? keyValue : keyId;
}
