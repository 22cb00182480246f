using System.Globalization;

namespace BedrockGateway.TestFunction;

/// <summary>Requests that are answered only once enough of them are in progress at the same time.</summary>
internal sealed class Meeting
{
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _present;

    public async Task JoinAsync(HttpContext http)
    {
        await ArriveAsync(http);
        await http.Response.WriteAsync("met", http.RequestAborted);
    }

    public async Task ArriveAsync(HttpContext http)
    {
        var wanted = int.Parse((string)http.Request.RouteValues["count"]!, CultureInfo.InvariantCulture);
        if (Interlocked.Increment(ref _present) == wanted)
        {
            _complete.SetResult();
        }

        await _complete.Task.WaitAsync(http.RequestAborted);
    }
}
