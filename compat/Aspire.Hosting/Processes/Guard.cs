using System.Diagnostics;

namespace Aspire.Hosting.Processes;

/// <summary>Ties the life of a child process to ours, whatever way we end.</summary>
/// <remarks>
/// <para>
/// The child is started by way of <c>/bin/sh</c>, which leaves a guard behind and then becomes the child (<c>exec</c>,
/// so that process id, exit code and signals are the child's own). The guard reads a pipe of which only we hold the
/// other end. When we close it, or the kernel does because we died of <c>kill -9</c> or a crash, the guard reads its
/// end and sends SIGTERM, then SIGKILL. So an orderly stop and a crash of the host are one and the same path. A line
/// on the pipe says that the child has gone by itself, and that its process id must not be touched any more.
/// </para>
/// <para>
/// <c>prctl(PR_SET_PDEATHSIG)</c> is not used: it exists on Linux only, has to be called in the child, and its signal
/// comes when the <em>thread</em> that started the child ends, which for a thread of the pool is any time.
/// </para>
/// <para>
/// The child ignores SIGINT and SIGQUIT, which a terminal sends to the whole process group: on Ctrl-C it is the host
/// that stops its resources, in order. On Windows there is no guard: resources are killed on an orderly stop, and a
/// crash of the host leaves them behind.
/// </para>
/// <para>
/// Some shells drop environment variables whose names are no names to them (<c>services__my-site__http__0</c>), so
/// those are handed to the child by way of <c>env</c>.
/// </para>
/// </remarks>
internal static class Guard
{
    /// <summary>What the guard takes as: the child has ended, go away.</summary>
    public const string ChildHasGone = "gone\n";

    // $$ is the child's process id in the guard too. A background job of sh reads /dev/null unless told otherwise,
    // hence descriptor 3. Grace is counted in tenths of a second, and ends early with the child.
    private const string Script =
        """
        exec 3<&0 </dev/null
        trap '' INT QUIT
        (
          exec >/dev/null 2>&1
          trap '' TERM HUP
          read -r line <&3 && exit 0
          kill -TERM $$
          n=0
          while [ $n -lt 50 ] && kill -0 $$; do sleep 0.1; n=$((n + 1)); done
          kill -KILL $$
        ) &
        exec 3<&-
        exec "$0" "$@"
        """;

    /// <summary>Time between SIGTERM and SIGKILL.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    public static bool IsSupported => !OperatingSystem.IsWindows();

    public static void Apply(ProcessStartInfo start, string program, ProcessPlan plan)
    {
        start.FileName = program;
        if (IsSupported)
        {
            start.FileName = "/bin/sh";
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(Script);
            var dropped = plan.Environment.Where(variable => !IsShellName(variable.Key)).ToList();
            if (dropped.Count > 0)
            {
                start.ArgumentList.Add("/usr/bin/env");
                dropped.ForEach(variable => start.ArgumentList.Add($"{variable.Key}={variable.Value}"));
            }

            start.ArgumentList.Add(program);
        }

        foreach (var argument in plan.Arguments)
        {
            start.ArgumentList.Add(argument);
        }
    }

    private static bool IsShellName(string name) =>
        !char.IsAsciiDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');
}
