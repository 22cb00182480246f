using Amazon.Runtime.Internal;

namespace Compat.AwsSdk;

/// <summary>Puts the handlers that every service client brings along where the runtime expects them.</summary>
internal static class ServicePipeline
{
    public static void Customize(RuntimePipeline pipeline, AuthSchemes schemes)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new StandardEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(schemes);
    }
}
