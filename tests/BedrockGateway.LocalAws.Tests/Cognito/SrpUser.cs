using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>The client's side of SRP as Cognito has it, written from its description and not from the server.</summary>
internal sealed class SrpUser(string poolId, string password)
{
    private static readonly BigInteger N = Parse(
        "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
        + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
        + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
        + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
        + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
        + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
        + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
        + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF");

    private readonly BigInteger _secret = new(RandomNumberGenerator.GetBytes(128), isUnsigned: true);

    private BigInteger Public => BigInteger.ModPow(2, _secret, N);

    /// <summary>A in hexadecimal, as the first step sends it.</summary>
    public string PublicHex => Public.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The answers to the challenge.</summary>
    public JsonObject Answer(JsonNode parameters, DateTimeOffset now)
    {
        var username = parameters["USER_ID_FOR_SRP"]!.ToString();
        var serverPublic = Parse(parameters["SRP_B"]!.ToString());
        var u = Hash(Padded(Public), Padded(serverPublic));
        var identity = SHA256.HashData(
            Encoding.UTF8.GetBytes($"{poolId.Split('_')[1]}{username}:{password}"));
        var x = Hash(Padded(Parse(parameters["SALT"]!.ToString())), identity);
        var k = Hash(Padded(N), [2]);
        var difference = (serverPublic - (k * BigInteger.ModPow(2, x, N))) % N;
        var shared = BigInteger.ModPow(difference < 0 ? difference + N : difference, _secret + (u * x), N);
        var key = HKDF.DeriveKey(
            HashAlgorithmName.SHA256,
            Padded(shared),
            16,
            Padded(u),
            Encoding.ASCII.GetBytes("Caldera Derived Key"));
        var timestamp = now.ToString("ddd MMM d HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture);
        byte[] message =
        [
            .. Encoding.UTF8.GetBytes(poolId.Split('_')[1] + username),
            .. Convert.FromBase64String(parameters["SECRET_BLOCK"]!.ToString()),
            .. Encoding.UTF8.GetBytes(timestamp),
        ];
        return new()
        {
            ["USERNAME"] = username,
            ["PASSWORD_CLAIM_SECRET_BLOCK"] = parameters["SECRET_BLOCK"]!.ToString(),
            ["PASSWORD_CLAIM_SIGNATURE"] = Convert.ToBase64String(HMACSHA256.HashData(key, message)),
            ["TIMESTAMP"] = timestamp,
        };
    }

    private static BigInteger Parse(string hex) =>
        BigInteger.Parse("0" + hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte[] Padded(BigInteger value) => value.ToByteArray(isUnsigned: false, isBigEndian: true);

    private static BigInteger Hash(params byte[][] parts) =>
        new(SHA256.HashData([.. parts.SelectMany(part => part)]), isUnsigned: true, isBigEndian: true);
}
