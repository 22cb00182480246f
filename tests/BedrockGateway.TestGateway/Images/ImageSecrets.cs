using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace BedrockGateway.TestGateway.Images;

/// <summary>Secrets in files and in what an image says of itself. Where they are is told, and never what.</summary>
internal static partial class ImageSecrets
{
    private const int BytesBefore = 64;
    private const int BytesAfter = 512;

    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        ".env", ".git-credentials", ".netrc", ".npmrc", ".pypirc", "id_ecdsa", "id_ed25519", "id_rsa",
    };

    private static readonly HashSet<string> Folders = new(StringComparer.Ordinal) { ".aws", ".git", ".ssh" };

    private static readonly (string Mark, Func<Regex> Pattern, string Kind)[] Marks =
    [
        ("PRIVATE KEY-----", PrivateKey, "a private key"),
        ("AKIA", KeyId, "an AWS access key id"),
        ("ASIA", KeyId, "an AWS access key id"),
        ("_authToken", AuthToken, "a registry's token"),
    ];

    /// <summary>Findings in one file of a layer.</summary>
    public static IEnumerable<ImageFinding> Of(ImageFile file)
    {
        var parts = file.Path.Split('/');
        if (Names.Contains(file.Name) || parts.Any(Folders.Contains))
        {
            yield return ImageFinding.Refuse($"{file} is where secrets are kept");
        }

        // Programs have text in both forms.
        foreach (var (mark, pattern, kind) in Marks)
        {
            if (Has(file.Content.Span, mark, Encoding.Latin1, pattern())
                || Has(file.Content.Span, mark, Encoding.Unicode, pattern()))
            {
                yield return ImageFinding.Refuse($"{file} has {kind} in it");
            }
        }
    }

    /// <summary>Findings in an image's environment, labels and commands, and in the commands that made it.</summary>
    public static IEnumerable<ImageFinding> Of(JsonObject config)
    {
        foreach (var (where, text) in Texts(config["config"], "config").Concat(Texts(config["history"], "history")))
        {
            if (Assignment().IsMatch(text))
            {
                yield return ImageFinding.Refuse($"{where} has what looks like a secret");
            }

            foreach (var (_, pattern, kind) in Marks.DistinctBy(mark => mark.Kind))
            {
                if (pattern().IsMatch(text))
                {
                    yield return ImageFinding.Refuse($"{where} has {kind} in it");
                }
            }
        }
    }

    private static bool Has(ReadOnlySpan<byte> content, string mark, Encoding encoding, Regex pattern)
    {
        var bytes = encoding.GetBytes(mark);
        for (var start = 0; content[start..].IndexOf(bytes) is >= 0 and var next; start += next + bytes.Length)
        {
            var at = start + next;
            // Whole characters.
            var before = Math.Min(at, BytesBefore);
            before -= before % (bytes.Length / mark.Length);
            var around = content[(at - before)..Math.Min(at + BytesAfter, content.Length)];
            if (pattern.IsMatch(encoding.GetString(around)))
            {
                return true;
            }
        }

        return false;
    }

    // The names of an object's members are part of what is looked at: {"TOKEN":"..."} is an assignment too.
    private static IEnumerable<(string Where, string Text)> Texts(JsonNode? node, string where) => node switch
    {
        JsonObject members => members.SelectMany(member => member.Value is JsonValue value
            ? [($"{where}.{member.Key}", $"{member.Key}={value}")]
            : Texts(member.Value, $"{where}.{member.Key}")),
        JsonArray items => items.SelectMany((item, index) => Texts(item, $"{where}[{index}]")),
        JsonValue value => [(where, value.ToString())],
        _ => [],
    };

    // With its body: that a program knows the words is no secret.
    [GeneratedRegex(@"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\s|\\[nr])+[A-Za-z0-9+/=:,\-\s]{40}")]
    private static partial Regex PrivateKey();

    // Documentation's own ids end so.
    [GeneratedRegex(@"(?<![A-Za-z0-9+/])A[KS]IA(?![A-Z2-7]{9}EXAMPLE)[A-Z2-7]{16}(?![A-Za-z0-9+/])")]
    private static partial Regex KeyId();

    [GeneratedRegex(@"_authToken\s*=\s*[^\s$]{8}")]
    private static partial Regex AuthToken();

    // AWS_SECRET_ACCESS_KEY=wJal..., "password": "..." or --token eyJ..., but no TOKEN_FILE=/run/...
    [GeneratedRegex(
        """
        (?:(?:secret|passwd|password|token|api_?key)(?!\w*(?:file|path|ur[il]))\w*["']?\s*[=:]\s*
        |--[\w-]*(?:secret|password|token|api-?key)\s+)["']?[A-Za-z0-9+/_.-]{16}
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Assignment();
}
