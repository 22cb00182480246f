using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Amazon S3: buckets and objects for assets and templates.</summary>
internal static class S3Registration
{
    public static IServiceCollection AddS3(this IServiceCollection services) => services
        .AddSingleton<BucketStore>()
        .AddSingleton<IAwsService, AwsS3Service>()
        .AddSingleton<IResourceHandler, BucketHandler>()
        .AddSingleton<IResourceHandler>(new InertResourceHandler(
            "AWS::S3::BucketPolicy", ["Bucket"], request => request.Properties.RequiredText("Bucket")));
}
