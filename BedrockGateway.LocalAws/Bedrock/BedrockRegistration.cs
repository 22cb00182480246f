using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Bedrock.Conversations;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Families.Anthropic;
using BedrockGateway.LocalAws.Bedrock.Families.Cohere;
using BedrockGateway.LocalAws.Bedrock.Families.OpenAi;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Bedrock.Upstream;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Amazon Bedrock: the model catalogue, and models that answer by rule.</summary>
internal static class BedrockRegistration
{
    public static IServiceCollection AddBedrock(this IServiceCollection services) => services
        .AddSingleton<ModelCatalogue>()
        .AddSingleton<InferenceProfileStore>()
        .AddSingleton<ModelResolver>()
        .AddSingleton<ModelCalls>()
        .AddSingleton<PromptCache>()
        .AddSingleton<IReplySource>(ReplySource)
        .AddFamilies()
        // Both sign as bedrock: what neither knows by route falls to the one of that name, so it comes last.
        .AddSingleton<IAwsService>(Runtime)
        .AddSingleton<IAwsService>(ControlPlane);

    private static IServiceCollection AddFamilies(this IServiceCollection services) => services
        .AddSingleton<ModelFamilies>()
        .AddSingleton<IModelFamily, AmazonImage>()
        .AddSingleton<IModelFamily, AnthropicMessages>()
        .AddSingleton<IModelFamily, AnthropicText>()
        .AddSingleton<IModelFamily, CohereCommand>()
        .AddSingleton<IModelFamily, CohereEmbeddings>()
        .AddSingleton<IModelFamily, CommandR>()
        .AddSingleton<IModelFamily, DeepSeekText>()
        .AddSingleton<IModelFamily, Jamba>()
        .AddSingleton<IModelFamily, Jurassic>()
        .AddSingleton<IModelFamily, Llama>()
        .AddSingleton<IModelFamily, MistralChat>()
        .AddSingleton<IModelFamily, MistralText>()
        .AddSingleton<IModelFamily, Nova>()
        .AddSingleton<IModelFamily, NovaEmbeddings>()
        .AddSingleton<IModelFamily, OpenAiChat>()
        .AddSingleton<IModelFamily, Rerank>()
        .AddSingleton<IModelFamily, StabilityImage>()
        .AddSingleton<IModelFamily, TitanEmbeddings>()
        .AddSingleton<IModelFamily, TitanMultimodalEmbeddings>()
        .AddSingleton<IModelFamily, TitanText>()
        .AddSingleton<IModelFamily, WriterChat>();

    // The container disposes of what it makes, and of the upstream's connections with it.
    private static IReplySource ReplySource(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<LocalAwsOptions>();
        return options.BedrockUpstream is { } upstream
            ? new UpstreamReplies(new UpstreamServer(upstream), options)
            : new RuledReplies(provider.GetRequiredService<PromptCache>());
    }

    private static RestJsonService Runtime(IServiceProvider provider)
    {
        var resolver = provider.GetRequiredService<ModelResolver>();
        var families = provider.GetRequiredService<ModelFamilies>();
        var calls = provider.GetRequiredService<ModelCalls>();
        const string Model = "/model/{modelId}";
        return new RestJsonService("bedrock-runtime", "bedrock")
            .Map("InvokeModel", "POST", $"{Model}/invoke", (call, cancellationToken) =>
                InvokeModel.HandleAsync(call, calls, cancellationToken))
            .Map("CountTokens", "POST", $"{Model}/count-tokens", (call, cancellationToken) =>
                CountTokens.HandleAsync(call, resolver, families, cancellationToken))
            .Map("InvokeModelWithResponseStream", "POST", $"{Model}/invoke-with-response-stream",
                (call, cancellationToken) => InvokeModelWithResponseStream.HandleAsync(call, calls, cancellationToken))
            .Map("Converse", "POST", $"{Model}/converse", (call, cancellationToken) =>
                Converse.HandleAsync(call, calls, cancellationToken))
            .Map("ConverseStream", "POST", $"{Model}/converse-stream", (call, cancellationToken) =>
                ConverseStream.HandleAsync(call, calls, cancellationToken));
    }

    private static RestJsonService ControlPlane(IServiceProvider provider)
    {
        var catalogue = provider.GetRequiredService<ModelCatalogue>();
        var resolver = provider.GetRequiredService<ModelResolver>();
        var profiles = provider.GetRequiredService<InferenceProfileStore>();
        var options = provider.GetRequiredService<LocalAwsOptions>();
        const string Profile = "/inference-profiles/{inferenceProfileIdentifier}";
        return new RestJsonService("bedrock", "bedrock")
            .Map("ListFoundationModels", "GET", "/foundation-models", (call, cancellationToken) =>
                ListFoundationModels.HandleAsync(call, catalogue, options, cancellationToken))
            .Map("GetFoundationModel", "GET", "/foundation-models/{modelIdentifier}", (call, cancellationToken) =>
                GetFoundationModel.HandleAsync(call, resolver, options, cancellationToken))
            .Map("ListInferenceProfiles", "GET", "/inference-profiles", (call, cancellationToken) =>
                ListInferenceProfiles.HandleAsync(call, catalogue, profiles, cancellationToken))
            .Map("CreateInferenceProfile", "POST", "/inference-profiles", (call, cancellationToken) =>
                CreateInferenceProfile.HandleAsync(call, resolver, profiles, options, cancellationToken))
            .Map("GetInferenceProfile", "GET", Profile, (call, cancellationToken) =>
                GetInferenceProfile.HandleAsync(call, resolver, cancellationToken))
            .Map("DeleteInferenceProfile", "DELETE", Profile, (call, cancellationToken) =>
                DeleteInferenceProfile.HandleAsync(call, resolver, profiles, cancellationToken));
    }
}
