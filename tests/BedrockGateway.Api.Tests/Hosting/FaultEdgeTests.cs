using System.Text;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Hosting;

public sealed class FaultEdgeTests
{
    [Fact]
    public async Task DeadlineThatPassesDuringTheAnswer_TakesNothingOfItBack()
    {
        using var deadline = new CancellationTokenSource();
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { RequestAborted = deadline.Token };
        http.Response.Body = body;
        var edge = new FaultEdge(
            async _ =>
            {
                await deadline.CancelAsync();
                throw new RequestFault(StatusCodes.Status503ServiceUnavailable, "Later.");
            },
            Options.Create(new RequestOptions()),
            TimeProvider.System,
            NullLogger<FaultEdge>.Instance);

        await edge.InvokeAsync(http);

        Assert.Equal(503, http.Response.StatusCode);
        Assert.Equal(
            """{"status":503,"success":false,"message":"Later."}""", Encoding.UTF8.GetString(body.ToArray()));
    }
}
