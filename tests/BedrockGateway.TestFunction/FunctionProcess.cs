using System.Diagnostics;
using System.Globalization;

namespace BedrockGateway.TestFunction;

/// <summary>Runs the test function as Lambda would: a process with Lambda's environment.</summary>
public sealed class FunctionProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];
    private readonly List<(string Line, TaskCompletionSource Written)> _awaited = [];

    private FunctionProcess(Process process) => _process = process;

    public int Id => _process.Id;

    /// <summary>What it has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return string.Join('\n', _output);
            }
        }
    }

    /// <param name="handler">
    /// <c>web</c>, <c>web-streaming</c>, <c>raw-streaming</c>, <c>pre-signup</c>, <c>drains</c> or
    /// <c>fails-at-init</c>.
    /// </param>
    /// <param name="runtimeApi"><c>host:port</c> of its Runtime API.</param>
    /// <param name="maxConcurrency">Invocations at once; <see langword="null"/> for Lambda's one.</param>
    /// <param name="variables">More of the environment.</param>
    public static FunctionProcess Start(
        string handler, string runtimeApi, int? maxConcurrency = null, params (string Name, string Value)[] variables)
    {
        ArgumentNullException.ThrowIfNull(variables);
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "BedrockGateway.TestFunction.dll") },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["_HANDLER"] = handler,
                ["AWS_LAMBDA_RUNTIME_API"] = runtimeApi,
                ["AWS_LAMBDA_FUNCTION_NAME"] = "test-function",
                ["AWS_LAMBDA_FUNCTION_VERSION"] = "$LATEST",
                ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "256",
                ["AWS_LAMBDA_MAX_CONCURRENCY"] = maxConcurrency?.ToString(CultureInfo.InvariantCulture),
            },
        };
        // A function in the tests' own process may have set it for all of that process.
        start.Environment.Remove("_X_AMZN_TRACE_ID");
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var function = new FunctionProcess(new Process { StartInfo = start });
        function._process.OutputDataReceived += (_, line) => function.Keep(line.Data);
        function._process.ErrorDataReceived += (_, line) => function.Keep(line.Data);
        function._process.Start();
        function._process.BeginOutputReadLine();
        function._process.BeginErrorReadLine();
        return function;
    }

    /// <summary>Completes when it has written a line.</summary>
    public Task WaitForLineAsync(string line)
    {
        lock (_output)
        {
            var written = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((line, written));
            Complete(_output);
            return written.Task;
        }
    }

    /// <summary>Asks it to stop, as Lambda and Aspire do, with SIGTERM.</summary>
    public async Task TerminateAsync(CancellationToken cancellationToken)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await kill.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Ends it with no chance to clean up.</summary>
    public void Kill() => _process.Kill();

    public async Task<int> WaitForExitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_output)
            {
                _output.Add(line);
                Complete([line]);
            }
        }
    }

    private void Complete(List<string> lines)
    {
        foreach (var (_, written) in _awaited.Where(awaited => lines.Contains(awaited.Line)))
        {
            written.TrySetResult();
        }
    }
}
