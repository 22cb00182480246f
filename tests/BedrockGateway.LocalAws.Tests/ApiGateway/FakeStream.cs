using System.IO.Pipelines;
using System.Text;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>A reply that a function makes in process, as slowly as a test wants.</summary>
internal sealed class FakeStream
{
    private readonly Pipe _pipe = new();
    private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Error with which it ends; <see langword="null"/> for a good end.</summary>
    public string? Error { get; set; }

    /// <summary>Status and headers with what parts them from the body.</summary>
    public static string Head(string metadata) => $"{metadata}\0\0\0\0\0\0\0\0";

    public static async ValueTask<LambdaStream> BeginAsync(
        Func<FakeStream, Task> make, CancellationToken cancellationToken)
    {
        var stream = new FakeStream();
        var end = stream.RunAsync(make);
        await Task.WhenAny(stream._begun.Task, end).WaitAsync(cancellationToken);
        return new("$LATEST", stream._pipe.Reader, end);
    }

    public async Task WriteAsync(string text)
    {
        _begun.TrySetResult();
        await _pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken);
    }

    private async Task<LambdaResult> RunAsync(Func<FakeStream, Task> make)
    {
        await make(this);
        await _pipe.Writer.CompleteAsync();
        return FakeLambda.Reply(Error ?? string.Empty, Error is null ? null : "Unhandled");
    }
}
