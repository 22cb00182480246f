using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.Sns;

/// <summary>Amazon SNS: topics and subscriptions exist in stacks; nothing is published, and no mail is sent.</summary>
internal static class SnsRegistration
{
    private const int MaxPolicyIdLength = 255;

    public static IServiceCollection AddSns(this IServiceCollection services) => services
        .AddSingleton<TopicStore>()
        .AddSingleton<IResourceHandler, SubscriptionHandler>()
        .AddSingleton<IResourceHandler, TopicHandler>()
        .AddSingleton<IResourceHandler>(new InertResourceHandler(
            "AWS::SNS::TopicPolicy",
            [],
            request =>
            {
                request.Properties.Require("PolicyDocument");
                request.Properties.Require("Topics");
                return request.GenerateName(MaxPolicyIdLength);
            },
            id => new() { ["Id"] = id }));
}
