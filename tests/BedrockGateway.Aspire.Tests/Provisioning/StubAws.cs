using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Aspire.Tests.Provisioning;

/// <summary>An endpoint that knows who calls (STS) and keeps objects (S3), and nothing else.</summary>
internal sealed class StubAws : IAsyncDisposable
{
    private const string Identity =
        """
        <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
        <Arn>arn:aws:iam::000000000000:root</Arn><UserId>000000000000</UserId><Account>000000000000</Account>
        </GetCallerIdentityResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>
        </GetCallerIdentityResponse>
        """;

    private readonly WebApplication _application;

    private StubAws(WebApplication application) => _application = application;

    /// <summary>Paths of the objects: <c>/bucket/key</c>.</summary>
    public ConcurrentDictionary<string, byte[]> Objects { get; } = new();

    public string Endpoint => _application.Services.GetRequiredService<IServer>()
        .Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static async Task<StubAws> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var stub = new StubAws(application);
        application.Run(stub.AnswerAsync);
        await application.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        switch (context.Request.Method)
        {
            case "POST":
                await context.Response.WriteAsync(Identity, context.RequestAborted);
                break;
            case "HEAD":
                context.Response.StatusCode =
                    Objects.ContainsKey(path) ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
                break;
            default:
                using (var body = new MemoryStream())
                {
                    await context.Request.Body.CopyToAsync(body, context.RequestAborted);
                    Objects[path] = body.ToArray();
                }

                break;
        }
    }
}
