using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ecr;

/// <summary>Amazon ECR: repositories as <c>cdk bootstrap</c> makes them and the CDK CLI looks for them.</summary>
internal static class EcrRegistration
{
    public static IServiceCollection AddEcr(this IServiceCollection services) => services
        .AddSingleton<RepositoryStore>()
        .AddSingleton<IResourceHandler, RepositoryHandler>()
        .AddSingleton<IAwsService>(provider =>
        {
            var repositories = provider.GetRequiredService<RepositoryStore>();
            var options = provider.GetRequiredService<LocalAwsOptions>();
            return new AwsJsonService(
                "ecr", "AmazonEC2ContainerRegistry_V20150921", () => new AwsJsonOperations().Map(
                    "DescribeRepositories",
                    EcrJsonContext.Default.DescribeRepositoriesRequest,
                    EcrJsonContext.Default.DescribeRepositoriesResponse,
                    request => DescribeRepositories.Handle(request, repositories, options)));
        });
}
