using System.Diagnostics;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Plans;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Calls;

/// <summary>
/// Asks models: finds the one that a name stands for, tries again while that makes sense, then the next that may stand
/// in. Once a reply has begun, nothing is tried again.
/// </summary>
internal sealed class ModelCalls(
    IBedrockWire wire,
    ModelAliases aliases,
    ProfileRoutes profiles,
    ModelRights rights,
    ModelObserver observer,
    IOptions<RequestOptions> options,
    TimeProvider clock)
{
    /// <returns>The reply as soon as it begins; whoever has it ends it.</returns>
    /// <exception cref="RequestFault">The model's name is none, or the model is not allowed.</exception>
    /// <exception cref="BedrockFault">Bedrock refused, and no other attempt or model was left.</exception>
    public async Task<ModelExchange> OpenAsync(HttpContext http, ModelAsk ask)
    {
        var models = CandidatesFor(http.User(), ask.Model);
        var span = ModelSpan.Start(ask, models[0]);
        var exchange = new ModelExchange(ask, models[0], RequestId.Of(http), options.Value, observer, span, clock);
        try
        {
            await ConnectAsync(http, models, exchange, span);
            return exchange;
        }
        catch (Exception fault)
        {
            exchange.Fail(fault);
            await exchange.DisposeAsync();
            throw;
        }
    }

    private string[] CandidatesFor(Caller caller, string name)
    {
        var models = aliases.Resolve(name);
        if (!Array.TrueForAll(models, ModelId.IsValid))
        {
            throw RequestFault.Invalid("The provided model identifier is invalid.", "model");
        }

        return rights.Pick(caller, name, models);
    }

    private async Task ConnectAsync(HttpContext http, string[] models, ModelExchange exchange, Activity? span)
    {
        var budget = new RetryBudget(options.Value, clock);
        var attempts = new AttemptLog(http, span);
        for (var next = 0; ; next++)
        {
            try
            {
                budget.StartModel();
                await AskAsync(profiles.Of(models[next]), exchange, budget, attempts, http.RequestAborted);
                return;
            }
            catch (Exception fault) when (next + 1 < models.Length && RetryBudget.CallsForAnother(fault))
            {
                // The next may do it.
            }
        }
    }

    private async Task AskAsync(
        string modelId,
        ModelExchange exchange,
        RetryBudget budget,
        AttemptLog attempts,
        CancellationToken cancellationToken)
    {
        var call = exchange.Ask.CallOf(modelId);
        while (true)
        {
            exchange.ModelId = call.ModelId;
            try
            {
                exchange.Take(await SendAsync(call, cancellationToken));
                attempts.Answered(call.ModelId);
                return;
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                attempts.Failed(call.ModelId, CallFailure.Of(fault).Type);
                if (NeedsProfile(fault) && await profiles.LearnAsync(call.ModelId, cancellationToken) is { } profile)
                {
                    call = exchange.Ask.CallOf(profile);
                }
                else if (!await budget.WaitAsync(fault, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    // A model that takes long to begin is as silent as one that stops in the middle.
    private async Task<BedrockReply> SendAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        using var patience = new Patience(options.Value, clock, cancellationToken);
        return await patience.WaitAsync(
            (wire, call), static (to, stop) => new ValueTask<BedrockReply>(to.wire.SendAsync(to.call, stop)));
    }

    // Bedrock's words for a model that has only profiles.
    private static bool NeedsProfile(Exception fault) => fault is BedrockFault { ErrorCode: "ValidationException" }
        && fault.Message.Contains("on-demand throughput isn", StringComparison.Ordinal);
}
