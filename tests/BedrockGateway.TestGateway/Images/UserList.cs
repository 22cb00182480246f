using System.Globalization;
using System.Text;

namespace BedrockGateway.TestGateway.Images;

/// <summary>Who has a name in an image.</summary>
internal static class UserList
{
    private const string Path = "etc/passwd";

    /// <summary>The id behind a name; <see langword="null"/> where nobody has it.</summary>
    // app:x:1654:1654::/home/app:/sbin/nologin
    public static long? IdOf(string name, IEnumerable<ImageFile> visible) =>
        Lines(visible)
            .Select(line => line.Split(':'))
            .Where(fields => fields.Length > 2 && fields[0] == name)
            .Select(fields => (long?)long.Parse(fields[2], CultureInfo.InvariantCulture))
            .FirstOrDefault();

    private static string[] Lines(IEnumerable<ImageFile> visible) =>
        visible.FirstOrDefault(file => file.Path == Path) is { } list
            ? Encoding.UTF8.GetString(list.Content.Span).Split('\n')
            : [];
}
