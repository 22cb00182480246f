using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>CreateUserPool</c>: a pool, at once; its keys are made when the first user is confirmed.
/// </summary>
/// <remarks>
/// Refuses aliases, MFA by message, and triggers other than <c>PreSignUp</c>, <c>PostConfirmation</c> and
/// <c>PreTokenGeneration</c>. Keeps and ignores messages, e-mail and SMS settings, devices, add-ons, tags and tier.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html
/// </remarks>
internal static class CreateUserPool
{
    /// <exception cref="AwsFault"><c>InvalidParameterException</c>, <c>NotImplemented</c> (501).</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().Name("poolName", request.PoolName).ThrowIfViolated();
        return new(UserPoolType.Of(store.Create(request.PoolName!, request)));
    }

    internal sealed record Request : UserPoolSettings
    {
        public string? PoolName { get; init; }
    }

    internal sealed record Response(UserPoolType UserPool);
}
