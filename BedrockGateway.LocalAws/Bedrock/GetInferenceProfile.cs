using System.Net;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Bedrock <c>GetInferenceProfile</c>: one profile by its id or ARN.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetInferenceProfile.html</remarks>
internal static class GetInferenceProfile
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c> (404): there is no such profile.</exception>
    public static Task HandleAsync(RestCall call, ModelResolver resolver, CancellationToken cancellationToken) =>
        call.ReplyAsync(
            HttpStatusCode.OK,
            ProfileDescription.Of(Find(call, resolver)),
            BedrockJsonContext.Default.ProfileDescription,
            cancellationToken);

    /// <inheritdoc cref="HandleAsync"/>
    internal static InferenceProfile Find(RestCall call, ModelResolver resolver) =>
        resolver.FindProfile(call.Path("inferenceProfileIdentifier"))
        ?? throw new AwsFault(
            "ResourceNotFoundException", "The provided inference profile was not found.", HttpStatusCode.NotFound);
}
