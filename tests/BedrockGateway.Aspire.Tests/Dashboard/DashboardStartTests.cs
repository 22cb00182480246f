using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Aspire.Tests.Dashboard;

public sealed class DashboardStartTests
{
    private static readonly string[] TelemetryVariables =
    [
        "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_SERVICE_NAME",
        "OTEL_RESOURCE_ATTRIBUTES",
    ];

    [Fact]
    public async Task Dashboard_IsToldWhatItNeedsAndAnnounced()
    {
        await using var application = await DashboardApplication.StartAsync(DashboardApplication.CreateBuilder());

        var given = application.Environment;
        Assert.Equal(
            ["BrowserToken", "ApiKey", "ApiKey", "ApiKey", "true"],
            [
                given["DASHBOARD__FRONTEND__AUTHMODE"], given["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"],
                given["DASHBOARD__OTLP__AUTHMODE"], given["DASHBOARD__API__AUTHMODE"],
                given["ASPIRE_DASHBOARD_TELEMETRY_OPTOUT"],
            ]);
        var (origin, token) = (given["ASPNETCORE_URLS"], given["DASHBOARD__FRONTEND__BROWSERTOKEN"]);
        Assert.Contains($"Login to the dashboard at {origin}/login?t={token}", application.Log.All);
    }

    [Fact]
    public async Task Function_SendsItsTelemetryToTheDashboardUnderItsOwnName()
    {
        var builder = DashboardApplication.CreateBuilder();
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("accounts", "handler")
            .WithArgs([.. TelemetryVariables, "ASPNETCORE_URLS"]);
        await using var application = await DashboardApplication.StartAsync(builder);
        await application.Application.LineAsync("accounts", "ready");

        var shown = await application.UntilAsync("accounts", message => message.State == "Running");

        var given = application.Environment;
        Assert.Equal(
            [
                $"OTEL_EXPORTER_OTLP_ENDPOINT={given["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"]}",
                "OTEL_EXPORTER_OTLP_PROTOCOL=grpc",
                $"OTEL_EXPORTER_OTLP_HEADERS=x-otlp-api-key={given["DASHBOARD__OTLP__PRIMARYAPIKEY"]}",
                "OTEL_SERVICE_NAME=accounts",
                $"OTEL_RESOURCE_ATTRIBUTES=service.instance.id={shown.Name["accounts-".Length..]}",
                "ASPNETCORE_URLS=",
            ],
            (await application.Application.LinesAsync("accounts"))[2..^1]);
    }

    [Fact]
    public async Task DashboardThatCannotBeHad_IsOneLineAndNoTelemetry()
    {
        var log = new LogLines();
        var builder = DashboardApplication.CreateBuilder("--ASPIRE_DASHBOARD_PATH=/nowhere/dashboard");
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        builder.AddAWSLambdaFunction<Projects.BedrockGateway_Aspire_TestApp>("accounts", "handler")
            .WithArgs(TelemetryVariables);

        await using var application = await TestApplication.StartAsync(builder);

        await application.LineAsync("accounts", "ready");
        Assert.All(
            (await application.LinesAsync("accounts"))[2..^1],
            line => Assert.EndsWith("=", line, StringComparison.Ordinal));
        Assert.Equal(
            [
                "Distributed application starting. Press Ctrl+C to shut down.",
                "There is no Aspire dashboard in this run: The program '/nowhere/dashboard' was not found. Install it, "
                    + "or put its folder on the PATH. Everything else runs.",
            ],
            log.All.Where(line => !line.StartsWith("Health", StringComparison.Ordinal)));
    }
}
