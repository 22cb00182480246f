namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Identifiers in replies, made of the request's digest so that equal requests get equal replies.</summary>
internal static class DigestIds
{
    /// <param name="digest">Hex SHA-256 of the request.</param>
    /// <param name="index">Tells several identifiers of one reply apart; below 16.</param>
    public static string Uuid(string digest, int index = 0) => new Guid(
        Convert.FromHexString(digest[(index % 16)..(index % 16 + 32)])).ToString();
}
