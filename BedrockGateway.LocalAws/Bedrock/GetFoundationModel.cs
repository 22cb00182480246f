using System.Net;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Bedrock <c>GetFoundationModel</c>: one model by its id or ARN.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetFoundationModel.html</remarks>
internal static class GetFoundationModel
{
    /// <exception cref="AwsFault"><c>ValidationException</c>: there is no such model.</exception>
    public static Task HandleAsync(
        RestCall call, ModelResolver resolver, LocalAwsOptions options, CancellationToken cancellationToken)
    {
        var model = resolver.ResolveModel(call.Path("modelIdentifier"));
        return call.ReplyAsync(
            HttpStatusCode.OK,
            new(ModelDescription.Of(model, options.Region)),
            BedrockJsonContext.Default.GetFoundationModelResponse,
            cancellationToken);
    }

    internal sealed record Response(ModelDescription ModelDetails);
}
