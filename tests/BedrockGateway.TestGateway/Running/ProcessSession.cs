using System.Diagnostics;
using System.Globalization;

namespace BedrockGateway.TestGateway.Running;

/// <summary>
/// The processes of one session: an app host that was started as its leader and all that descends from it, whoever
/// their parents are by now. Linux keeps it in <c>/proc</c>.
/// </summary>
internal sealed class ProcessSession(int id)
{
    public int Id { get; } = id;

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Ids of those that run; one that only waits for its parent to ask for its exit code does not.</summary>
    public IReadOnlyList<int> Members() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0)
            .Where(process => process > 0 && IsMember(process)),
    ];

    /// <summary>Waits until nobody is left.</summary>
    /// <exception cref="TimeoutException">Somebody still is when the patience ends.</exception>
    public async Task UntilEmptyAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (Members() is { Count: > 0 } left)
        {
            if (Stopwatch.GetElapsedTime(started) > patience)
            {
                throw new TimeoutException($"These still run: {string.Join(", ", left.Select(Describe))}.");
            }

            await Task.Delay(LookPause, cancellationToken);
        }
    }

    public void Kill()
    {
        foreach (var member in Members())
        {
            try
            {
                using var process = Process.GetProcessById(member);
                process.Kill();
            }
            catch (ArgumentException)
            {
                // It has ended since.
            }
        }
    }

    private static string Describe(int process)
    {
        try
        {
            return $"{process} ({File.ReadAllText($"/proc/{process}/cmdline").Replace('\0', ' ').Trim()})";
        }
        catch (IOException)
        {
            return process.ToString(CultureInfo.InvariantCulture);
        }
    }

    // 4711 (name, may hold anything) S 4710 4700 4700 ...: state, parent, group, session.
    private bool IsMember(int process)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{process}/stat");
            var fields = line[(line.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is not ("Z" or "X") && fields[3] == Id.ToString(CultureInfo.InvariantCulture);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
