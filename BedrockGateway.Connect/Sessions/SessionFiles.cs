using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BedrockGateway.Connect.Sessions;

/// <summary>The logins of this user, a file for each gateway that nobody else may read.</summary>
/// <param name="folder">Where they are; made where it is missing.</param>
internal sealed class SessionFiles(string folder)
{
    private const UnixFileMode OwnersFolder =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode OwnersFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>
    /// The folder that <c>BEDROCK_CONNECT_HOME</c> names, else <c>bedrock-connect</c> among the user's settings.
    /// </summary>
    public static SessionFiles Of(Func<string, string?> environment) =>
        new(environment("BEDROCK_CONNECT_HOME") is { Length: > 0 } named
            ? named
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                "bedrock-connect"));

    /// <returns><see langword="null"/> where there is no login.</returns>
    public Session? Find(Uri gateway) => Read(PathOf(gateway));

    /// <summary>All gateways that are logged in to.</summary>
    public IReadOnlyList<Uri> Gateways() => Directory.Exists(folder)
        ?
        [
            .. Directory.EnumerateFiles(folder, "*.json").Select(Read).OfType<Session>()
                .Select(session => new Uri(session.Gateway)),
        ]
        : [];

    public void Save(Uri gateway, Session session)
    {
        CreateFolder();
        var path = PathOf(gateway);
        var next = $"{path}.{RandomNumberGenerator.GetHexString(8)}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnersFile;
        }

        // Moved into place whole: another process may read it at any time.
        using (var file = new FileStream(next, options))
        {
            JsonSerializer.Serialize(file, session, SessionJsonContext.Default.Session);
        }

        File.Move(next, path, overwrite: true);
    }

    /// <returns>Whether there was a login.</returns>
    public bool Delete(Uri gateway)
    {
        var path = PathOf(gateway);
        var exists = File.Exists(path);
        File.Delete(path);
        return exists;
    }

    private void CreateFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            // The mode is of those that are made; one that is there already may be too open.
            Directory.CreateDirectory(folder, OwnersFolder);
            File.SetUnixFileMode(folder, OwnersFolder);
        }
    }

    private static Session? Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var session = JsonSerializer.Deserialize(file, SessionJsonContext.Default.Session);
            return session is { Gateway: not null, IdToken: not null, RefreshToken: not null, ApiKey: not null }
                ? session
                : null;
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return null;
        }
    }

    // localhost-1a2b3c4d5e6f7081.json
    private string PathOf(Uri gateway)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Normal(gateway))))[..16];
        return Path.Combine(folder, $"{gateway.IdnHost.Replace(':', '_')}-{digest}.json");
    }

    private static string Normal(Uri gateway) => gateway.AbsoluteUri.TrimEnd('/');
}
