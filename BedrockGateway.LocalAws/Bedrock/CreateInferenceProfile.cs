using System.Net;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>
/// Bedrock <c>CreateInferenceProfile</c>: an application's own profile of a model or of a system profile.
/// </summary>
/// <remarks>
/// Ignores <c>tags</c> and <c>clientRequestToken</c>.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_CreateInferenceProfile.html
/// </remarks>
internal static class CreateInferenceProfile
{
    private const string IdCharacters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: the name is missing, or the source is no model.
    /// </exception>
    public static async Task HandleAsync(
        RestCall call,
        ModelResolver resolver,
        InferenceProfileStore store,
        LocalAwsOptions options,
        CancellationToken cancellationToken)
    {
        var request = await call.ReadAsync(BedrockJsonContext.Default.CreateInferenceProfileRequest, cancellationToken);
        if (request.InferenceProfileName is not { Length: > 0 and <= 64 } name)
        {
            throw new AwsFault(
                "ValidationException",
                "1 validation error detected: Value at 'inferenceProfileName' failed to satisfy constraint: "
                + "Member must have length between 1 and 64");
        }

        var profile = Copy(request.ModelSource?.CopyFrom ?? string.Empty, resolver, options) with
        {
            Name = name,
            Description = request.Description,
        };
        store.Add(profile);
        await call.ReplyAsync(
            HttpStatusCode.Created,
            new(profile.Arn, "ACTIVE"),
            BedrockJsonContext.Default.CreateInferenceProfileResponse,
            cancellationToken);
    }

    private static InferenceProfile Copy(string source, ModelResolver resolver, LocalAwsOptions options)
    {
        var copied = resolver.FindProfile(source);
        var model = copied?.Model ?? resolver.ResolveModel(source);
        var id = RandomNumberGenerator.GetString(IdCharacters, 12);
        return new(
            id,
            model.Name,
            Description: null,
            $"arn:aws:bedrock:{options.Region}:{options.AccountId}:application-inference-profile/{id}",
            copied?.ModelArns ?? [model.ArnIn(options.Region)],
            InferenceProfile.Application,
            options.Clock.GetUtcNow(),
            model);
    }

    internal sealed record Request(string? InferenceProfileName, string? Description, Source? ModelSource);

    internal sealed record Source(string? CopyFrom);

    internal sealed record Response(string InferenceProfileArn, string Status);
}
