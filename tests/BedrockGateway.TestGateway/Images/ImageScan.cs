using System.Globalization;

namespace BedrockGateway.TestGateway.Images;

/// <summary>
/// What an image must not have: root, ways to become root, what anybody may change, secrets, and too many bytes.
/// </summary>
internal static class ImageScan
{
    private const UnixFileMode SetId = UnixFileMode.SetUser | UnixFileMode.SetGroup;

    // Folders of everybody, in which each may delete their own alone.
    private static readonly string[] Shared = ["tmp", "var/tmp", "run/lock"];

    private static readonly string[] Programs = ["bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin"];

    private static readonly HashSet<string> Tools = new(StringComparer.Ordinal)
    {
        "apk", "apt", "apt-get", "ash", "bash", "busybox", "dash", "dnf", "dpkg", "microdnf", "npm", "pip", "pip3",
        "rpm", "sh", "yum", "zsh",
    };

    /// <summary>Scans an archive of <c>docker save</c>.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="maxBytes">Most bytes of all layers, unpacked.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="InvalidDataException">It is no such archive.</exception>
    public static async Task<IReadOnlyList<ImageFinding>> RunAsync(
        Stream archive, long maxBytes, CancellationToken cancellationToken)
    {
        var image = await SavedImage.ReadAsync(archive, cancellationToken);
        var visible = image.Visible();
        return
        [
            .. CheckUser(image, visible),
            .. visible.SelectMany(CheckMode),
            // What a later layer hides is in the image all the same, for whoever unpacks it.
            .. image.Layers.SelectMany(layer => layer.Files).SelectMany(ImageSecrets.Of).Distinct(),
            .. ImageSecrets.Of(image.Config),
            .. visible.Where(IsTool).Select(file => ImageFinding.Warn($"{file} is a shell or a package manager")),
            .. CheckSize(image, maxBytes),
        ];
    }

    // 1654, 1654:1654, app or app:app
    private static IEnumerable<ImageFinding> CheckUser(SavedImage image, IEnumerable<ImageFile> visible)
    {
        var user = (string?)image.Config["config"]?["User"] ?? "";
        var name = user.Split(':')[0];
        var id = long.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : UserList.IdOf(name, visible);
        if (name.Length == 0)
        {
            yield return ImageFinding.Refuse("the user is not set, which is root");
        }
        else if (id is null)
        {
            yield return ImageFinding.Refuse($"the user {name} is none that the image knows");
        }
        else if (id == 0)
        {
            yield return ImageFinding.Refuse($"the user {name} is root");
        }
    }

    private static IEnumerable<ImageFinding> CheckMode(ImageFile file)
    {
        if (file.IsFile && (file.Mode & SetId) != 0)
        {
            yield return ImageFinding.Refuse($"{file} runs as its owner or group (setuid or setgid)");
        }

        if (file.HasCapabilities)
        {
            yield return ImageFinding.Refuse($"{file} runs with capabilities of its own");
        }

        if ((file.IsFile || file.IsFolder) && file.Mode.HasFlag(UnixFileMode.OtherWrite) && !IsShared(file))
        {
            yield return ImageFinding.Refuse($"{file} may be changed by anybody");
        }
    }

    private static bool IsShared(ImageFile file) =>
        file.IsFolder && file.Mode.HasFlag(UnixFileMode.StickyBit) && Shared.Contains(file.Path);

    private static bool IsTool(ImageFile file) =>
        !file.IsFolder && Tools.Contains(file.Name) && Array.Exists(Programs, bin => file.Path == $"{bin}/{file.Name}");

    private static IEnumerable<ImageFinding> CheckSize(SavedImage image, long maxBytes)
    {
        if (image.Bytes > maxBytes)
        {
            yield return ImageFinding.Refuse($"its layers have {image.Bytes} bytes, more than {maxBytes}");
        }
    }
}
