using System.Buffers.Binary;
using System.Net.Sockets;

// Name, namespace and method are the runtime's, which calls it before the program's own Main.
// Source: https://github.com/dotnet/runtime/blob/main/docs/design/features/host-startup-hook.md

/// <summary>Answers, on a Unix socket, what only a process's own runtime knows of its memory.</summary>
/// <remarks>'a': bytes allocated so far; 'l': bytes of the heap in use after a full collection. Eight bytes.</remarks>
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("BENCH_PROBE_SOCKET") is { Length: > 0 } path)
        {
            new Thread(() => Serve(path)) { IsBackground = true }.Start();
        }
    }

    private static void Serve(string path)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        var question = new byte[1];
        var answer = new byte[sizeof(long)];
        while (true)
        {
            using var client = listener.Accept();
            if (client.Receive(question) > 0)
            {
                BinaryPrimitives.WriteInt64LittleEndian(
                    answer,
                    question[0] is (byte)'a' ? GC.GetTotalAllocatedBytes(precise: true) : LiveBytes());
                client.Send(answer);
            }
        }
    }

    private static long LiveBytes()
    {
        // Twice: what the first run of finalizers lets go of is garbage, too.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
