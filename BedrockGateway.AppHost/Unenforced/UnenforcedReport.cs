using System.Collections.Immutable;
using Amazon.CloudFormation.Model;
using BedrockGateway.Infra;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>What a run does not check, as the user is told it.</summary>
/// <param name="Emulator">What the endpoint says that it is; <see langword="null"/> where it does not say.</param>
/// <param name="Checks">What is not checked.</param>
internal sealed record UnenforcedReport(string? Emulator, IReadOnlyList<UnenforcedCheck> Checks)
{
    /// <summary>The property of the gateway that names them.</summary>
    public const string Property = "gateway.unenforced";

    // A trigger that nobody runs takes Cognito five seconds, and the user has waited for the rest already.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public static async Task<UnenforcedReport> MakeAsync(
        AwsTarget target,
        IReadOnlyCollection<Output> outputs,
        GatewaySettings settings,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<UnenforcedCheck> known = [.. KnownChecks.Of(target, settings)];
        if (target.Kind is not AwsKind.Endpoint)
        {
            return new(null, known);
        }

        var probe = new EndpointProbe(target, outputs, settings, Patience);
        var name = probe.NameAsync(cancellationToken);
        var found = await probe.AskAsync(cancellationToken);
        return new(await name, [.. found, .. known]);
    }

    /// <summary>Lines for the console; empty where everything is checked.</summary>
    public string Text
    {
        get
        {
            if (Checks.Count == 0)
            {
                return string.Empty;
            }

            var width = Checks.Max(check => check.Name.Length);
            var says = Emulator is null ? "" : $"; the endpoint says that it is {Emulator}";
            return $"\n\nNot enforced in this run (docs/emulators.md{says}):\n\n" + string.Join(
                '\n', Checks.Select(check => $"  {check.Name.PadRight(width)}  {check.Text}"));
        }
    }

    /// <summary>Shows them at the gateway, in the dashboard, and warns there of what the endpoint lacks.</summary>
    public async Task PublishAsync(IServiceProvider services, IResource gateway)
    {
        if (Checks.Count == 0)
        {
            return;
        }

        var log = services.GetRequiredService<ResourceLoggerService>().GetLogger(gateway);
        foreach (var check in Checks.Where(check => check.IsFound))
        {
            log.NotEnforced(check.Name, check.Text);
        }

        ImmutableArray<ResourcePropertySnapshot> added =
        [
            new(Property, string.Join(", ", Checks.Select(check => check.Name)))
            {
                DisplayName = "Not enforced",
                IsHighlighted = true,
            },
        ];
        await services.GetRequiredService<ResourceNotificationService>().PublishUpdateAsync(
            gateway, state => state with { Properties = state.Properties.AddRange(added) });
    }
}
