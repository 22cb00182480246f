namespace BedrockGateway.LocalAws.Pages;

/// <summary><c>GET /_local/data/emulator</c>: where this emulator is.</summary>
/// <param name="Endpoint">The edge, for <c>AWS_ENDPOINT_URL</c>.</param>
/// <param name="Gateway">Where deployed APIs answer; a stage follows.</param>
/// <param name="Region">Region in ARNs.</param>
/// <param name="AccountId">Account in ARNs.</param>
internal sealed record EmulatorView(string Endpoint, string Gateway, string Region, string AccountId)
{
    public static EmulatorView Of(IServiceProvider services)
    {
        var options = services.GetRequiredService<LocalAwsOptions>();
        var addresses = EmulatorAddresses.Of(services);
        return new(
            addresses.Edge.ToString().TrimEnd('/'),
            addresses.Gateway.ToString().TrimEnd('/'),
            options.Region,
            options.AccountId);
    }
}

internal static class EmulatorViewEndpoint
{
    public static void MapEmulatorView(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{PagesRegistration.Data}/emulator", (RequestDelegate)(http => PageReply.WriteAsync(
            http, EmulatorView.Of(http.RequestServices), PagesJsonContext.Default.EmulatorView)));
}
