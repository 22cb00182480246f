using System.Globalization;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>Who holds the other end of a loopback connection. Only Linux tells.</summary>
/// <remarks>Source: https://man7.org/linux/man-pages/man5/proc.5.html</remarks>
internal static class LoopbackPeer
{
    /// <summary>Name of the client's socket, <c>socket:[inode]</c>.</summary>
    // sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
    //  0: 0100007F:9C40 0100007F:11D6 01 00000000:00000000 00:00000000 00000000  1000        0 123456 1 ...
    public static string? FindSocket(int clientPort, int serverPort)
    {
        if (!OperatingSystem.IsLinux())
        {
            return null;
        }

        var client = $":{clientPort:X4}";
        var server = $":{serverPort:X4}";
        // A dual-mode socket is listed among those of IPv6, whatever it is connected to.
        foreach (var line in Lines("/proc/net/tcp6").Concat(Lines("/proc/net/tcp")))
        {
            if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    is [_, var local, var remote, _, _, _, _, _, _, var inode, ..]
                && local.EndsWith(client, StringComparison.Ordinal)
                && remote.EndsWith(server, StringComparison.Ordinal))
            {
                return $"socket:[{inode}]";
            }
        }

        return null;
    }

    public static bool Owns(int processId, string socket)
    {
        try
        {
            return Directory.EnumerateFiles($"/proc/{processId}/fd")
                .Any(file => new FileInfo(file).LinkTarget == socket);
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException)
        {
            // Ended, or another user's.
            return false;
        }
    }

    public static int? FindOwner(string socket)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && Owns(id, socket))
            {
                return id;
            }
        }

        return null;
    }

    private static IEnumerable<string> Lines(string path) => File.Exists(path) ? File.ReadLines(path) : [];
}
