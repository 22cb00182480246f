using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>CreateUserPoolClient</c>: an app client, with a secret where one is asked for.</summary>
/// <remarks>
/// Refuses rotation of refresh tokens. Keeps and ignores OAuth, identity providers and analytics.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html
/// </remarks>
internal static class CreateUserPoolClient
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static Response Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId).Name("clientName", request.ClientName).ThrowIfViolated();
        return new(UserPoolClientType.Of(
            request.UserPoolId!, store.CreateClient(request.UserPoolId!, request.ClientName!, request)));
    }

    internal sealed record Request : UserPoolClientSettings
    {
        public string? UserPoolId { get; init; }

        public string? ClientName { get; init; }
    }

    internal sealed record Response(UserPoolClientType UserPoolClient);
}
