use armistice_core::span::Span;
use armistice_read::lineage::index::*;
fn main(){
 let p=std::env::args().nth(1).unwrap();
 let v:serde_json::Value=serde_json::from_str(&std::fs::read_to_string(p).unwrap()).unwrap();
 let docs:Vec<(i64,String)>=v.as_array().unwrap().iter().map(|d|(d["id"].as_i64().unwrap(),d["text"].as_str().unwrap().to_owned())).collect();
 let spans:Vec<[Span;1]>=docs.iter().map(|d|[Span::new(0,d.1.len())]).collect();
 let t=std::time::Instant::now();
 let td:Vec<TextDoc>=docs.iter().zip(&spans).map(|(d,s)|TextDoc{text:&d.1,spans:s}).collect();
 let l=armistice_read::lineage::copies::shared_runs(&td);
 eprintln!("{:?} common {}",t.elapsed(),l.common.len());
 for c in &l.copies{ println!("{} {} {} {} {} {} {:?} {} {}",docs[c.a].0,docs[c.b].0,c.words_total,c.own_weighted,c.edited.iter().map(|e|e.words).sum::<u32>(),c.containment,c.strength,c.runs.len(), c.longest()); }
}
