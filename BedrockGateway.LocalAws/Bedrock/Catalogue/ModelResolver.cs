using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Catalogue;

/// <summary>Finds the model that an identifier stands for: a model id, a profile id, or an ARN of either.</summary>
/// <remarks>Region and account of an ARN are not compared with the emulator's.</remarks>
internal sealed class ModelResolver(ModelCatalogue catalogue, InferenceProfileStore applicationProfiles)
{
    /// <summary>The model to invoke.</summary>
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: nothing goes by the identifier, or the model can only be called through a profile.
    /// </exception>
    public FoundationModel ResolveForInvocation(string identifier)
    {
        if (FindProfile(identifier) is { } profile)
        {
            return profile.Model;
        }

        var model = ResolveModel(identifier);
        return model.IsOnDemand
            ? model
            : throw Invalid($"Invocation of model ID {model.Id} with on-demand throughput isn't supported. "
                + "Retry your request with the ID or ARN of an inference profile that contains this model.");
    }

    /// <summary>The model behind a model id or a foundation model's ARN, however it may be called.</summary>
    /// <exception cref="AwsFault"><c>ValidationException</c>: there is no such model.</exception>
    public FoundationModel ResolveModel(string identifier) =>
        (ResourceOf(identifier) is { } resource
            ? resource.Kind == "foundation-model" ? catalogue.FindModel(resource.Id) : null
            : catalogue.FindModel(identifier))
        ?? throw Invalid("The provided model identifier is invalid.");

    /// <summary>
    /// The profile behind a profile id or ARN; an application's own profile is also known by its bare id.
    /// </summary>
    public InferenceProfile? FindProfile(string identifier) => ResourceOf(identifier) switch
    {
        { Kind: "inference-profile", Id: var id } => catalogue.FindProfile(id),
        { Kind: "application-inference-profile", Id: var id } => applicationProfiles.Find(id),
        null => catalogue.FindProfile(identifier) ?? applicationProfiles.Find(identifier),
        _ => null,
    };

    // arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0
    // arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0
    // arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6
    private static Resource? ResourceOf(string identifier) =>
        identifier.Split(':', 6) is ["arn", _, "bedrock", _, _, var resource]
        && resource.Split('/', 2) is [var kind, var id]
            ? new(kind, id)
            : null;

    private static AwsFault Invalid(string message) => new("ValidationException", message);

    private sealed record Resource(string Kind, string Id);
}
