using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Pages.Functions;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>
/// The events that a function can expect here: one for each route of the deployed APIs that leads to it, that of each
/// user pool whose trigger it is, and an empty one.
/// </summary>
internal sealed class SampleEvents(GatewaySamples gateway, PreSignUpSamples preSignUp)
{
    public async ValueTask<IReadOnlyList<SampleEvent>> OfAsync(string function, CancellationToken cancellationToken) =>
    [
        .. await gateway.OfAsync(function, cancellationToken),
        .. preSignUp.Of(function),
        new("Empty event", null, new JsonObject()),
    ];

    public async ValueTask<JsonNode?> FindAsync(string function, string name, CancellationToken cancellationToken) =>
        (await OfAsync(function, cancellationToken)).FirstOrDefault(sample => sample.Name == name)?.Event;
}

/// <summary><c>GET /_local/data/functions/{name}/samples</c>.</summary>
internal static class SampleEventsEndpoint
{
    public static void MapSampleEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{FunctionDetail.Path}/samples", PageReply.Guarded(HandleAsync));

    private static async Task HandleAsync(HttpContext http)
    {
        var function = FunctionDetail.FunctionOf(http).Settings.Name;
        var samples = await http.RequestServices.GetRequiredService<SampleEvents>()
            .OfAsync(function, http.RequestAborted);
        await PageReply.WriteAsync(
            http, [.. samples.Select(SampleView.Of)], PagesJsonContext.Default.SampleViewArray);
    }
}

/// <param name="Name">As in <see cref="SampleEvent"/>.</param>
/// <param name="Note">As in <see cref="SampleEvent"/>.</param>
/// <param name="Text">The event in lines, masked but for the body, whose values are made up.</param>
internal sealed record SampleView(string Name, string? Note, string Text)
{
    public static SampleView Of(SampleEvent sample)
    {
        var shown = SecretMask.Of(sample.Event)!.AsObject();
        if (sample.Event["body"] is { } body)
        {
            shown["body"] = body.DeepClone();
        }

        return new(sample.Name, sample.Note, shown.ToLines());
    }
}
