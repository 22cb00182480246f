using System.Net;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Bedrock <c>DeleteInferenceProfile</c>: removes an application's own profile.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_DeleteInferenceProfile.html</remarks>
internal static class DeleteInferenceProfile
{
    /// <exception cref="AwsFault">
    /// <c>ResourceNotFoundException</c> (404): there is no such profile.
    /// <c>ValidationException</c>: it is the system's.
    /// </exception>
    public static Task HandleAsync(
        RestCall call, ModelResolver resolver, InferenceProfileStore store, CancellationToken cancellationToken)
    {
        if (!store.Remove(GetInferenceProfile.Find(call, resolver).Id))
        {
            throw new AwsFault("ValidationException", "System-defined inference profiles can't be deleted.");
        }

        return call.ReplyAsync(
            HttpStatusCode.OK, new(), BedrockJsonContext.Default.DeleteInferenceProfileResponse, cancellationToken);
    }

    internal sealed record Response;
}
