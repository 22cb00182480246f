using System.Collections.Frozen;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>Finds the deployed method.</summary>
internal sealed class MatchRoute : IGatewayStep
{
    // What ANY stands for.
    private static readonly FrozenSet<string> Verbs =
        FrozenSet.Create(StringComparer.Ordinal, "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

    public ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var verb = request.Http.Request.Method;
        if (!Verbs.Contains(verb) || request.Compiled.Routes.Match(request.Target.Path, verb) is not { } match)
        {
            return new(new Rejection(GatewayFailure.MissingAuthenticationToken));
        }

        request.Method = match.Method;
        request.PathParameters = match.PathParameters;
        return default;
    }
}
