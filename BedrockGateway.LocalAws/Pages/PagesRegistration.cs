using BedrockGateway.LocalAws.Pages.Api;
using BedrockGateway.LocalAws.Pages.Functions;
using BedrockGateway.LocalAws.Pages.Samples;
using BedrockGateway.LocalAws.Pages.Stacks;
using BedrockGateway.LocalAws.Pages.Users;

namespace BedrockGateway.LocalAws.Pages;

/// <summary>
/// The page at <c>/_local/</c> that shows what is deployed here and sends events to functions, and its data.
/// </summary>
internal static class PagesRegistration
{
    /// <summary>Where the page's data is; its shape may change with the page.</summary>
    public const string Data = $"{PageFiles.Root}/data";

    public static IServiceCollection AddPages(this IServiceCollection services) => services
        .AddSingleton<SampleCaller>()
        .AddSingleton<GatewaySamples>()
        .AddSingleton<PreSignUpSamples>()
        .AddSingleton<SampleEvents>()
        .AddSingleton<SendEvent>();

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPageFiles();
        routes.MapEmulatorView();
        routes.MapFunctionList();
        routes.MapFunctionDetail();
        routes.MapFunctionLog();
        routes.MapInvocationDetail();
        routes.MapSampleEvents();
        routes.MapSendEvent();
        routes.MapApiOverview();
        routes.MapUserOverview();
        routes.MapStackOverview();
    }
}
